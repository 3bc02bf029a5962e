/** @throws Error for a part that is rendered outside the part that provides its context */
export function throwOutsideRoot(part: string, root: string): never {
  throw new Error(
    `<${part}> must be rendered inside <${root}>. ` +
      'See node_modules/react-prompt-optimization/docs/errors/part-outside-root.md',
  )
}
