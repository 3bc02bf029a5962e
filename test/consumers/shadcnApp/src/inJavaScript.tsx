import './inJavaScript.css'
import 'react-prompt-optimization/styles.css'
import { renderUtilities } from './renderUtilities'

renderUtilities()
