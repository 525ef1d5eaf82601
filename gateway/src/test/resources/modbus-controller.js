// A Modbus/TCP controller of npm's jsmodbus: says its port, and ends with its standard input.
const net = require('net');
const modbus = require('jsmodbus');

const tables = JSON.parse(process.argv[2]);
const server = new net.Server();
new modbus.server.TCP(server, Object.fromEntries(
  Object.entries(tables).map(([table, hex]) => [table, Buffer.from(hex, 'hex')])));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume();
process.stdin.on('end', () => process.exit());
