import fc from 'fast-check'

const MAX_LENGTH = 50_000

// Separated by a broken bar.
const TOKENS = [
  '<?¦?>¦<!A¦<!--¦-->¦<![CDATA[¦]]>¦<a¦<a b="¦<a b=\'¦</a¦<¦>¦<script>',
  '<a:¦<a@b¦<http://a>¦[¦![¦]¦](¦](<¦[^¦[a]¦[a](b¦[a](b (¦[a](<)> (',
  '[a](b "¦[a]: b¦\n[a]: <¦\n[a]: b \'¦(¦)¦"¦\'¦`¦``¦```¦~~~¦\n```¦\n~~~',
  '*¦**¦_¦__¦***¦a*¦*a¦_a¦&¦&#¦&amp;¦\\¦\\*¦\\\n¦#¦\n# ¦\n=\n',
  '\n---\n¦\n***\n¦- ¦\n- ¦\n+ ¦\n1. ¦\n1) ¦> ¦\n> ¦  ¦    ¦\t¦\n  ¦\n    ',
  '\n¦\n\n¦\r\n¦\r¦  \n¦\0¦\u00A0¦\u2028¦\uFEFF¦\ud83d¦😀¦|¦:¦-¦=¦.',
  'x¦word ¦a@b.c ¦https://a.test ',
].flatMap((tokens) => tokens.split('¦'))
const FILLERS = ['x', 'x ', ' ', '(', '"', '<', 'word '.repeat(16).concat('\n'), '']

/** How many characters, at most, the parser treats specially. */
const countMarks = (unit: string) => unit.match(/[^\w ]/g)?.length ?? 0

const anySegment = fc
  .record({
    tokens: fc.array(fc.constantFrom(...TOKENS), { minLength: 1, maxLength: 4 }),
    marks: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 400 }) },
      fc.integer({ min: 1, max: 50_000 }),
    ),
    filler: fc.constantFrom(...FILLERS),
    gap: fc.oneof(fc.constant(0), fc.nat(100)),
  })
  .map(({ tokens, marks, filler, gap }) => {
    const unit = tokens.join('') + filler.repeat(gap / (filler.length || 1))
    return unit.repeat(Math.min(marks / (countMarks(unit) || 1), MAX_LENGTH / unit.length) + 1)
  })

/** Markup that is repeated, left open and followed by a long text: what makes a Markdown parser slow. */
export const anyMarkdown = fc
  .record({
    segments: fc.array(anySegment, { minLength: 1, maxLength: 3 }),
    filler: fc.constantFrom(...FILLERS),
  })
  .map(({ segments, filler }) => {
    const text = segments.join('').slice(0, MAX_LENGTH)
    return text + filler.repeat((MAX_LENGTH - text.length) / (filler.length || 1))
  })
