// A message centre made of the library `smpp` for Node. Commands and what it sees are lines of JSON.
const smpp = require('smpp');

const [port, key, cert] = process.argv.slice(2);
const say = (line) => process.stdout.write(JSON.stringify(line) + '\n');
let mood = 'arrive';
let count = 255;
let bound = null;

function texts(pdu) {
  const { short_message: short } = pdu;
  const header = Array.isArray(short.udh) ? Buffer.concat(short.udh) : short.udh;
  return {
    saw: 'submit_sm',
    to: pdu.destination_addr,
    from: pdu.source_addr,
    coding: pdu.data_coding,
    receipt: pdu.registered_delivery,
    header: header ? Buffer.from(header).toString('hex') : '',
    text: typeof short.message === 'string' ? short.message : String(short.message),
  };
}

const server = smpp.createServer(
  key ? { key: require('node:fs').readFileSync(key), cert: require('node:fs').readFileSync(cert) } : {},
  (session) => {
    session.on('error', () => {});
    session.on('bind_transceiver', (pdu) => {
      const fits = pdu.system_id === 'helpline' && pdu.password === 'word-7c1';
      session.send(pdu.response({ command_status: fits ? 0 : smpp.ESME_RINVPASWD }));
      if (fits) {
        bound = session;
        say({ saw: 'bind' });
      } else {
        say({ saw: 'stranger' });
      }
    });
    session.on('enquire_link', (pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu) => {
      session.send(pdu.response());
      session.close();
      say({ saw: 'unbind' });
    });
    session.on('submit_sm', (pdu) => {
      if (mood === 'refuse') {
        session.send(pdu.response({ command_status: smpp.ESME_RTHROTTLED }));
      } else {
        say(texts(pdu));
        if (mood === 'arrive') {
          session.send(pdu.response({ message_id: (++count).toString(16) }));
        }
      }
    });
    session.on('deliver_sm_resp', (pdu) => say({ saw: 'deliver_sm_resp', status: pdu.command_status }));
  },
);
server.listen(Number(port), '127.0.0.1', () => say({ saw: 'listening' }));

require('node:readline')
  .createInterface({ input: process.stdin })
  .on('line', (line) => {
    const asked = JSON.parse(line);
    if (asked.drop) {
      bound?.destroy();
    } else if (asked.mood) {
      mood = asked.mood;
    } else if (asked.deliver) {
      const { udh, hex, ...pdu } = asked.deliver;
      const message = hex ? Buffer.from(hex, 'hex') : pdu.short_message;
      bound.deliver_sm({ ...pdu, short_message: udh ? { udh: Buffer.from(udh, 'hex'), message } : message });
    }
    if (!asked.deliver && !asked.drop) {
      say({ saw: 'heard' });
    }
  });
