// Twilio's own library for Node: signs and checks a request. One line of JSON in, one out.
const { getExpectedTwilioSignature, validateRequest } = require('twilio');

require('node:readline')
  .createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { token, url, fields, given } = JSON.parse(line);
    const signature = getExpectedTwilioSignature(token, url, fields);
    const fits = validateRequest(token, given ?? signature, url, fields);
    process.stdout.write(JSON.stringify({ signature, fits }) + '\n');
  });
