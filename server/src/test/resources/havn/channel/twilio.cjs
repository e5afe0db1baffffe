// Twilio's own library for Node: signs and checks a request, and says what request it would make of a message. One line
// of JSON in, one out.
const twilio = require('twilio');
const { getExpectedTwilioSignature, validateRequest } = twilio;

async function made(account, token, message) {
  let seen = null;
  const httpClient = {
    request(options) {
      seen = options;
      return Promise.resolve({ statusCode: 201, body: '{"sid":"SM1"}' });
    },
  };
  await twilio(account, token, { httpClient }).messages.create(message);
  const { method, uri, username, password, data } = seen;
  return { method, uri, username, password, data };
}

require('node:readline')
  .createInterface({ input: process.stdin })
  .on('line', async (line) => {
    const { token, url, fields, given, account, message } = JSON.parse(line);
    if (message) {
      process.stdout.write(JSON.stringify(await made(account, token, message)) + '\n');
      return;
    }
    const signature = getExpectedTwilioSignature(token, url, fields);
    const fits = validateRequest(token, given ?? signature, url, fields);
    process.stdout.write(JSON.stringify({ signature, fits }) + '\n');
  });
