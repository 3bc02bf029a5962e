// Hono 4: npm install react-prompt-optimization hono
import { Hono } from 'hono'
import { handler } from './handler.js'

export const app = new Hono()
app.all('/api/v2/*', (context) => handler(context.req.raw))
