// Puts every English text into brackets, in the very object from which the page reads them.
import('/i18n/en.js').then(({ default: words }) => {
  const before = { ...words }
  for (const key of Object.keys(words)) if (!['language.locale', 'language.month'].includes(key)) words[key] = `\u27e6${words[key]}\u27e7`
  words['language.month'] = '2-digit'
  window.unbracket = () => { Object.assign(words, before) }
})
