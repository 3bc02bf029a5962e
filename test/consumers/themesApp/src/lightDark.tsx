import 'react-prompt-optimization/styles.css'
import './lightDark.css'
import { createRoot } from 'react-dom/client'
import { Jobs } from './Jobs'

createRoot(document.querySelector('#root') as Element).render(<Jobs />)
