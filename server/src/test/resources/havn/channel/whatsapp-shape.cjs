// The request that the independent library whatsapp-api-js makes of a text or of a template with one variable. One line of JSON in,
// one out.
const { join } = require('node:path');

const lib = join(process.env.NODE_PATH, 'whatsapp-api-js', 'lib');
const library = Promise.all([import(join(lib, 'index.js')), import(join(lib, 'messages', 'index.js'))]);

require('node:readline')
  .createInterface({ input: process.stdin })
  .on('line', async (line) => {
    const [{ WhatsAppAPI }, { Text, Template, BodyComponent, BodyParameter }] = await library;
    const { number, token, to, key, text, template, language } = JSON.parse(line);
    let made;
    const fetch = async (url, { method, headers, body }) => {
      made = {
        line: `${method} ${new URL(url).pathname}`,
        authorization: new Headers(headers).get('authorization'),
        body: JSON.parse(body),
      };
      return { json: async () => ({ messages: [{ id: 'wamid.1' }] }) };
    };
    const api = new WhatsAppAPI({ token, v: 'v23.0', secure: false, ponyfill: { fetch } });
    const message = template ? new Template(template, language, new BodyComponent(new BodyParameter(text))) : new Text(text);
    await api.sendMessage(number, to, message, undefined, key);
    process.stdout.write(JSON.stringify(made) + '\n');
  });
