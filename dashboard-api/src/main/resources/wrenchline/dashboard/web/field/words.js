// The words of the page, small enough for a bad line.
export const WORDS = {
  zh: {
    ticket: '工单 {id}', loading: '正在读取…', offline: '没有网络:已填写的内容都保存在手机上,恢复后自动发送。',
    expired: '链接已失效。请在新的短信中打开,或联系服务台。未发送的内容仍保存在本机。', elsewhere: '这张工单由他人处理,或已结束。',
    waiting: '待发送 {count} 项', sent: '已全部发送', refused: '未生效:{reason}', retry: '现在重试',
    machine: '设备', model: '型号', serial: '序列号', site: '位置', customer: '客户', address: '地址', call: '拨打', map: '地图',
    why: '报警原因', curves: '报警前的数据', history: '经过', raised: '报修时间',
    accept: '接单', refuse: '拒单', reason: '原因', setOut: '出发', arrived: '已到场', code: '客户告知的到场码(没有可不填)',
    diagnosis: '诊断', finding: '故障现象与原因', solution: '处理方案', save: '保存',
    parts: '更换备件', part: '备件名称', serialOut: '旧件序列号', serialIn: '新件序列号', addPart: '登记备件',
    photo: '拍照', signature: '客户签字', signer: '签字人姓名', clear: '重写', how: '处理结果', done: '完成', sign: '请在框内签字',
    severity: { MINOR: '一般', MAJOR: '严重', CRITICAL: '突发严重' },
    states: { Raised: '待处理', Triaged: '已初评', Assigned: '待接单', Accepted: '已接单', OnTheWay: '已出发', OnSite: '已到场', InWorkshop: '取回维修中', Resolved: '已解决', Confirmed: '客户已确认', Reopened: '已重开', Closed: '已关闭', Merged: '已合并' },
    events: { Accepted: '接单', Refused: '拒单', Triaged: '初评', Assigned: '派工', SetOut: '出发', Arrived: '到场', Diagnosed: '诊断', Classified: '归类', PartSwapped: '更换备件', TakenAway: '取回维修', Returned: '归还', SolvedByPhone: '电话解决', Confirmed: '客户确认', Reopened: '重新打开', Merged: '合并', Absorbed: '并入', Contacted: '联系', Attached: '附件', Resolved: '完成', Closed: '关闭', Judged: '判定', FoundAgain: '再次报警', WentAway: '恢复正常', CalledAgain: '再次来电' },
  },
  en: {
    ticket: 'Ticket {id}', loading: 'Reading…', offline: 'No network: everything typed is kept on this telephone and is sent when there is one.',
    expired: 'This link holds no longer. Open the one of a newer message, or call the desk. What was not sent is still kept here.', elsewhere: 'Somebody else has this ticket, or it is over.',
    waiting: '{count} to be sent', sent: 'All is sent', refused: 'Not done: {reason}', retry: 'Try now',
    machine: 'Machine', model: 'Model', serial: 'Serial number', site: 'Place', customer: 'Customer', address: 'Address', call: 'Call', map: 'Map',
    why: 'Why it was raised', curves: 'What was measured before', history: 'What happened', raised: 'Raised',
    accept: 'Accept', refuse: 'Refuse', reason: 'Reason', setOut: 'On the way', arrived: 'Arrived', code: "The customer's code (empty if nobody could tell it)",
    diagnosis: 'Diagnosis', finding: 'What is wrong, and why', solution: 'What is done about it', save: 'Save',
    parts: 'Parts', part: 'Part', serialOut: 'Serial number out', serialIn: 'Serial number in', addPart: 'Enter the part',
    photo: 'Photo', signature: "Customer's signature", signer: 'Name of who signs', clear: 'Write again', how: 'What was done', done: 'Done', sign: 'Please sign in the box',
    severity: { MINOR: 'minor', MAJOR: 'major', CRITICAL: 'critical' },
    states: { Raised: 'waits', Triaged: 'triaged', Assigned: 'assigned', Accepted: 'accepted', OnTheWay: 'on the way', OnSite: 'on site', InWorkshop: 'in the workshop', Resolved: 'resolved', Confirmed: 'confirmed', Reopened: 'reopened', Closed: 'closed', Merged: 'merged' },
    events: { Accepted: 'accepted', Refused: 'refused', Triaged: 'triaged', Assigned: 'assigned', SetOut: 'set out', Arrived: 'arrived', Diagnosed: 'diagnosed', Classified: 'classified', PartSwapped: 'part swapped', TakenAway: 'taken away', Returned: 'given back', SolvedByPhone: 'solved by telephone', Confirmed: 'confirmed by the customer', Reopened: 'reopened', Merged: 'merged', Absorbed: 'absorbed', Contacted: 'contact', Attached: 'file', Resolved: 'done', Closed: 'closed', Judged: 'judged', FoundAgain: 'found again', WentAway: 'went away', CalledAgain: 'called again' },
  },
}

let words = WORDS[navigator.language.startsWith('zh') ? 'zh' : 'en']

export function speak(language) {
  words = WORDS[language] ?? WORDS.zh
  document.documentElement.lang = language
}

export function t(path, values = {}) {
  const text = path.split('.').reduce((at, key) => at?.[key], words) ?? path.split('.').pop()
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}
