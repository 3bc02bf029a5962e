import './inCss.css'
import { renderUtilities } from './renderUtilities'

renderUtilities()
