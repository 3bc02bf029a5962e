import './mantine.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { Jobs } from './Jobs'

createRoot(document.querySelector('#root') as Element).render(
  <MantineProvider forceColorScheme={location.search === '?dark' ? 'dark' : 'light'}>
    <Jobs />
  </MantineProvider>,
)
