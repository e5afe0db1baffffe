// Signs as Meta documents it, and checks with the independent library whatsapp-api-js. One line of
// JSON in, one out.
const { createHmac, webcrypto } = require('node:crypto');
const { join } = require('node:path');

const library = import(join(process.env.NODE_PATH, 'whatsapp-api-js', 'lib', 'index.js'));

require('node:readline')
  .createInterface({ input: process.stdin })
  .on('line', async (line) => {
    const { WhatsAppAPI } = await library;
    const { secret, token, body, given, query } = JSON.parse(line);
    const api = new WhatsAppAPI({
      token: 'unused',
      v: 'v23.0',
      appSecret: secret,
      webhookVerifyToken: token,
      ponyfill: { subtle: webcrypto.subtle, fetch },
    });
    const answer = {};
    if (query) {
      try {
        answer.challenge = api.get(query);
      } catch {
        answer.challenge = null;
      }
    } else {
      answer.signature = 'sha256=' + createHmac('sha256', secret).update(body).digest('hex');
      answer.fits = await api.verifyRequestSignature(body, given ?? answer.signature);
    }
    process.stdout.write(JSON.stringify(answer) + '\n');
  });
