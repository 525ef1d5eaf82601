// Where the page begins.
import { createApp, h, ref, watchEffect } from './lib/vue.js'
import { resume, signIn, whenSignedOut } from './api.js'
import { t } from './i18n/words.js'
import './theme.js'
import { connect, disconnect } from './live.js'
import { session } from './session.js'
import { state } from './state.js'
import { Door } from './views/door.js'
import { Enrol } from './views/enrol.js'
import { Frame } from './views/frame.js'

const signedIn = ref(null)
const complaint = ref('')

whenSignedOut(() => { leave() })
createApp({
  render: () => signedIn.value === null ? null : signedIn.value ? h(session.mustEnrol ? Enrol : Frame, { onLeave: leave }) : h(Door, { complaint: complaint.value, onEnter: enter }),
}).mount('#app')
watchEffect(() => {
  const count = signedIn.value && state.counts.openTickets
  document.title = count ? t('page.openCount', { count, title: t('page.title') }) : t('page.title')
})
begin()
// A sign-in link opened in a tab that shows the page already changes nothing but the fragment.
addEventListener('hashchange', () => { if (location.hash.startsWith('#code=')) begin() })

async function begin() {
  const code = /^#code=([\w-]+)$/.exec(location.hash)?.[1]
  // The code holds once; out of the address with it before anything else.
  if (code) history.replaceState(null, '', location.pathname)
  try {
    if (code) await signIn({ code })
    else if (!await resume()) return leave()
    enter()
  } catch (refused) {
    // A link that was used before is no harm to a browser that is signed in.
    if (refused.problem && await resume().catch(() => false)) return enter()
    complaint.value = refused.problem ? 'door.wrong' : 'door.away'
    leave()
  }
}

function enter() {
  complaint.value = ''
  signedIn.value = true
  if (!session.mustEnrol) connect()
}

function leave() {
  disconnect()
  signedIn.value = false
}
