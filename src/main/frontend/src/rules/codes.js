// The check characters of the two codes of a unit: GB 11714-1997 and GB 32100-2015.

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export function isOrganisationCode(text) {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(text ?? '')) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * parseInt(text[i], 36), 0);
  return '0123456789X0'[11 - (sum % 11)] === text[8];
}

export function isSocialCreditCode(text) {
  if (!/^..[0-9]{6}.{10}$/.test(text ?? '') || Array.from(text).some(c => !ALPHABET.includes(c))) return false;
  let sum = 0, weight = 1;
  for (const character of text.slice(0, -1)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === text[17];
}
