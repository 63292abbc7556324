// Elements are made here and nowhere else. Text always becomes a text node, so nothing
// that a report says is ever read as markup.

type Child = Node | string | number | false | null | undefined | Child[]
type Handler = (event: never) => void
type Attributes = Record<string, string | number | boolean | null | undefined | Handler>

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes?: Attributes | null, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(name, value as EventListener)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  append(element, children)
  return element
}

export function append(parent: Node, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child)
    else if (child instanceof Node) parent.appendChild(child)
    else if (child || child === 0) parent.appendChild(document.createTextNode(String(child)))
  }
}

export function fill(parent: Element, ...children: Child[]): void {
  parent.textContent = ''
  append(parent, children)
}

/** Tells a screen reader, and for a moment the eye, what was done. */
export function say(words: string): void {
  let box = document.getElementById('said')
  if (!box) {
    box = h('div', { id: 'said', role: 'status', 'aria-live': 'polite' })
    document.body.append(box)
  }
  box.textContent = words
  box.classList.add('shown')
  setTimeout(() => { if (box.textContent === words) box.classList.remove('shown') }, 2500)
}

/** Calls at most once a frame, with the latest arguments. */
export function framed<A extends unknown[]>(call: (...args: A) => void): (...args: A) => void {
  let waiting = 0
  let latest: A
  return (...args: A) => {
    latest = args
    if (waiting) return
    waiting = requestAnimationFrame(() => { waiting = 0; call(...latest) })
  }
}
