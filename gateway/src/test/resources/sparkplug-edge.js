// An edge node with one device on npm's sparkplug-client, told by lines on its standard input what to do.
const sparkplug = require('sparkplug-client');
const readline = require('readline');

const settings = JSON.parse(process.argv[2]);
const options = settings.compress ? {compress: true, algorithm: settings.compress} : {};
const client = sparkplug.newClient({
  serverUrl: settings.serverUrl,
  username: settings.username,
  password: settings.password,
  clientId: settings.edgeNode,
  groupId: settings.group,
  edgeNode: settings.edgeNode,
  version: 'spBv1.0',
  keepalive: 5,
});

const births = () => {
  client.publishNodeBirth({
    timestamp: Date.now(),
    metrics: [
      {name: 'Node Control/Rebirth', type: 'Boolean', value: false, timestamp: Date.now()},
      {name: 'Uptime', type: 'UInt64', value: 17, timestamp: Date.now()},
    ],
  }, options);
  client.publishDeviceBirth(settings.device, {timestamp: Date.now(), metrics: settings.birth}, options);
};

client.on('error', error => console.log('error ' + error));
client.on('birth', () => { births(); console.log('born'); });
client.on('ncmd', command => {
  if (command.metrics.some(metric => metric.name === 'Node Control/Rebirth' && metric.value === true)) {
    births();
    console.log('reborn');
  }
});

readline.createInterface({input: process.stdin}).on('line', line => {
  const order = JSON.parse(line);
  switch (order.do) {
    case 'data': client.publishDeviceData(settings.device, {timestamp: Date.now(), metrics: order.metrics}, options); break;
    case 'lose a message': client.incrementSeqNum(); break;
    case 'device death': client.publishDeviceDeath(settings.device, {timestamp: Date.now()}); break;
  }
});
