import 'react-prompt-optimization/styles.css'
import { agoText, elapsedText, fetchJob, type Setting, type WireJob } from '../wire.js'

const MARKUP = `<header class="rpo-header"><span class="rpo-status-icon"><svg class="rpo-icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2.5a5.5 5.5 0 1 1-5.5 5.5"/></svg></span><div class="rpo-heading"><h3 class="rpo-title">Prompt optimization</h3><span class="rpo-badge"></span><div class="rpo-subtitle"><time class="rpo-time"></time></div></div></header><div class="rpo-progress"><div class="rpo-step"><bdi class="rpo-step-name"></bdi><span class="rpo-step-position"></span></div><div class="rpo-bar" role="progressbar" aria-label="Progress" aria-valuemin="0"></div></div><ul class="rpo-sources"></ul>`

/** Lower bound without a framework: one shared timer, and text is written only when it differs. */
export function mount(root: HTMLElement, { jobIds, pollMs }: Setting): void {
  const cards = jobIds.map((jobId) => {
    const card = root.appendChild(document.createElement('article'))
    card.className = 'rpo-card'
    card.innerHTML = MARKUP
    const find = (selector: string) => card.querySelector(selector) as HTMLElement
    const view = {
      badge: find('.rpo-badge'),
      time: find('.rpo-time'),
      name: find('.rpo-step-name'),
      position: find('.rpo-step-position'),
      bar: find('.rpo-bar'),
      sources: find('.rpo-sources'),
    }
    return { jobId, card, view, job: null as WireJob | null }
  })
  type CardEntry = (typeof cards)[number]

  const write = (element: HTMLElement, text: string) => {
    if (element.textContent !== text) element.textContent = text
  }
  const tick = ({ job, view }: CardEntry) => {
    if (!job?.progress) return
    const now = Date.now()
    write(view.time, agoText(job, now))
    const { step, total_steps: total } = job.progress
    write(view.position, `Step ${step} of ${total} · ${elapsedText(job, now)}`)
  }
  const load = async (entry: CardEntry) => {
    const job = await fetchJob(entry.jobId)
    const isNew = JSON.stringify(job) !== JSON.stringify(entry.job)
    entry.job = job
    if (!isNew || !job.progress) return
    const { card, view } = entry
    const { step, total_steps: total, step_name: name } = job.progress
    card.dataset.kind = job.status
    write(view.badge, job.status)
    write(view.name, name)
    view.bar.setAttribute('aria-valuemax', String(total))
    view.bar.setAttribute('aria-valuenow', String(step - 1))
    view.bar.replaceChildren(
      ...Array.from({ length: total }, (_, index) => {
        const segment = document.createElement('span')
        segment.className = 'rpo-segment'
        segment.dataset.state = index < step - 1 ? 'done' : index === step - 1 ? 'current' : 'upcoming'
        return segment
      }),
    )
    write(
      view.sources,
      `${job.data_sources_used?.human_labels_count} human labels ${job.data_sources_used?.customer_feedback_count} feedback items`,
    )
    tick(entry)
  }
  setInterval(() => cards.forEach(tick), 1000)
  for (const entry of cards) {
    void load(entry)
    if (pollMs !== null) setInterval(load, pollMs, entry)
  }
}
