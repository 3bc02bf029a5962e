import 'react-prompt-optimization/styles.css'
import './mui.css'
import { CssBaseline, createTheme, ThemeProvider } from '@mui/material'
import { createRoot } from 'react-dom/client'
import { Jobs } from './Jobs'

const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-mui-color-scheme' },
  colorSchemes: { light: true, dark: true },
})

createRoot(document.querySelector('#root') as Element).render(
  <ThemeProvider theme={theme} defaultMode={location.search === '?dark' ? 'dark' : 'light'}>
    <CssBaseline enableColorScheme />
    <Jobs />
  </ThemeProvider>,
)
