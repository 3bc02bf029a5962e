import { tokens } from './tokens.js'

export function TokenTable() {
  return (
    <table>
      <thead>
        <tr>
          <th>Token</th>
          <th>Light default</th>
          <th>Dark default</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map(({ name, light, dark }) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <td>
              <Value>{light}</Value>
            </td>
            <td>{dark === null ? 'Same as light' : <Value>{dark}</Value>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ children }: { children: string }) {
  return (
    <>
      {/^#|^rgb/.test(children) && (
        <span
          style={{
            background: children,
            border: '1px solid #8888',
            borderRadius: 3,
            display: 'inline-block',
            blockSize: '1em',
            inlineSize: '1em',
            marginInlineEnd: '0.5em',
            verticalAlign: '-0.15em',
          }}
        />
      )}
      <code>{children}</code>
    </>
  )
}
