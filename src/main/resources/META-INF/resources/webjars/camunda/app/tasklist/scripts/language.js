/**
 * The portal's language inside the webapps: the cookie `zhibao-lang` (`zh-CN` or `en`) decides,
 * without it the browser's first language, and anything but English reads Chinese.
 */
const COOKIE = 'zhibao-lang';
const CHINESE = 'zh-CN';
const ENGLISH = 'en';

function chosen() {
  const entry = document.cookie.split('; ').find(pair => pair.startsWith(`${COOKIE}=`));
  return entry && decodeURIComponent(entry.slice(COOKIE.length + 1));
}

function preferred() {
  const first = (navigator.languages && navigator.languages[0]) || navigator.language || '';
  return first.toLowerCase().startsWith(ENGLISH) ? ENGLISH : CHINESE;
}

export const language = [CHINESE, ENGLISH].includes(chosen()) ? chosen() : preferred();

/** Makes the webapp, which asks only the browser, speak the portal's language too. */
export function speakPortalLanguage() {
  Object.defineProperty(navigator, 'languages', {value: [language], configurable: true});
  Object.defineProperty(navigator, 'language', {value: language, configurable: true});
  document.documentElement.lang = language;
}

/** Remembers the other language for a year, for the portal as well, and starts the page again. */
export function switchLanguage() {
  const other = language === CHINESE ? ENGLISH : CHINESE;
  document.cookie = `${COOKIE}=${other}; Path=/; Max-Age=31536000; SameSite=Lax`;
  window.location.reload();
}
