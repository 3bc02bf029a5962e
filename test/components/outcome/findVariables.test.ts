import { expect, it } from 'vitest'
import { findVariables, splitAtVariables } from '../../../src/components/outcome/findVariables.js'
import type { PromptMessage } from '../../../src/outcome.js'
import { expectCpuMs } from '../../support/expectCpuMs.js'

const message = (text: string): PromptMessage => ({
  kind: 'message',
  role: 'user',
  parts: [{ kind: 'text', text }],
})

it.each([
  '{{'.repeat(200_000),
  `{{${' '.repeat(200_000)}`,
  `{{${'a'.repeat(200_000)}`,
  `{{a${' '.repeat(200_000)}`,
  '{{#'.repeat(200_000),
])('variables are searched in linear time in %.10s', (text) => {
  expect(expectCpuMs(500, () => findVariables([message(text)]))).toEqual([])
})

it.each([
  ['{{name}}', ['name']],
  ['{{ user.name }} and {{user.name}}', ['user.name']],
  ['{{{html}}} {{&raw}} {{^none}}{{/none}} {{>partial}}', ['html', 'raw', 'none', 'partial']],
  ['{{größe}} {{名前}}', ['größe', '名前']],
  ['{name} {{}} {{two words}} {{! comment }}', []],
])('finds the variables of %s', (text, expected) => {
  expect(findVariables([message(text)])).toEqual(expected)
})

it('finds variables in the text of all messages, once', () => {
  const photo = { kind: 'media' as const, name: '{{photo}}' }
  const messages: PromptMessage[] = [
    message('{{a}}'),
    { kind: 'history' },
    { kind: 'message', role: 'user', parts: [photo, { kind: 'text', text: '{{b}} {{a}}' }] },
  ]
  expect(findVariables(messages)).toEqual(['a', 'b'])
})

it.each([
  ['', []],
  ['none', ['none']],
  ['{{a}}', ['<{{a}}>']],
  ['Dear {{name}}, {{{html}}}{{end}}', ['Dear ', '<{{name}}>', ', ', '<{{{html}}}>', '<{{end}}>']],
  ['{{a}} to {{b}}.', ['<{{a}}>', ' to ', '<{{b}}>', '.']],
])('splits the text %j at its variables', (text, expected) => {
  const pieces = splitAtVariables(text).map((piece) => (piece.isVariable ? `<${piece.text}>` : piece.text))
  expect(pieces).toEqual(expected)
})
