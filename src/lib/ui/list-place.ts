/** Puts a floating list below the field it belongs to; above it where there is more room. */
export function placeBeside(list: HTMLElement, field: DOMRect): void {
  const { width, height } = list.getBoundingClientRect();
  const below = innerHeight - field.bottom;
  const above = below < height + 8 && field.top > below;
  const top = above ? field.top - height - 2 : field.bottom + 2;
  list.style.left = `${Math.max(4, Math.min(field.left, innerWidth - width - 8))}px`;
  list.style.top = `${Math.max(4, top)}px`;
}
