/** The look of a converted document, in the colours of the page around it. */
export function frameStyles(page: CSSStyleDeclaration, scheme: 'light' | 'dark'): string {
  const color = (name: string) => page.getPropertyValue(`--n-${name}`)
  return `
    :root { color-scheme: ${scheme}; }
    body {
      margin: 0; padding: 8px 24px 48px; max-width: 72ch;
      font: 15px/1.65 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
      color: ${color('ink')}; background: ${color('canvas')}; overflow-wrap: anywhere;
    }
    h1 { font-size: 1.35em; line-height: 1.3; margin: 1em 0 .5em; }
    h2 { font-size: 1.15em; margin: 1.6em 0 .5em; }
    h3, h4, h5, h6 { font-size: 1em; margin: 1.4em 0 .4em; }
    p, ul, ol, table, pre { margin: 0 0 .8em; }
    li { margin-bottom: .3em; }
    a { color: ${color('accent')}; }
    img { max-width: 100%; height: auto; }
    pre { overflow-x: auto; padding: 12px; border-radius: 8px; background: ${color('sunken')}; }
    code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .92em; }
    table { display: block; overflow-x: auto; border-collapse: collapse; font-size: .93em; overflow-wrap: normal; }
    th, td { padding: 6px 12px; border: 1px solid ${color('line')}; text-align: left; vertical-align: top; }
    th { background: ${color('sunken')}; font-weight: 600; }
    .cited { background: ${color('mark')}; box-shadow: 0 0 0 4px ${color('mark')}; border-radius: 2px; }
  `
}
