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

// and some into style sheets of their own
if ('adoptedStyleSheets' in Document.prototype) {
  const sheets = new WeakMap();
  Object.defineProperty(HTMLStyleElement.prototype, 'textContent', {
    configurable: true,
    get: () => '',
    set(css) {
      if (!sheets.has(this)) {
        sheets.set(this, new CSSStyleSheet());
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheets.get(this)];
      }
      sheets.get(this).replaceSync(css);
    },
  });
}
