// Express 5, or 4 with the path below: npm install react-prompt-optimization @hono/node-server express
import { getRequestListener } from '@hono/node-server'
import express from 'express'
import { handler } from './handler.js'

export const app = express()
// Not `app.use('/api/v2', …)`, which strips the path. Mount it before `express.json()`, which consumes the body.
// Express 4: app.all('/api/v2/*', getRequestListener(handler))
app.all('/api/v2/*path', getRequestListener(handler))
