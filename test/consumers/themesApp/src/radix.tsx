import '@radix-ui/themes/styles.css'
import 'react-prompt-optimization/styles.css'
import './radix.css'
import { Theme } from '@radix-ui/themes'
import { createRoot } from 'react-dom/client'
import { Jobs } from './Jobs'

createRoot(document.querySelector('#root') as Element).render(
  <Theme appearance={location.search === '?dark' ? 'dark' : 'light'}>
    <Jobs />
  </Theme>,
)
