// Talks to a running bot with WeCom's own npm package, on all three kinds of channels:
//   ./qunbot run &   npm install --no-save @wecom/crypto   node scripts/interop.mjs [http://127.0.0.1:8080]
// Every answer has to verify and decrypt; a wrong key, receiver, byte or time has to get a 403.
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';

const require = createRequire(process.cwd() + '/');
const { getSignature, encrypt, decrypt } = require('@wecom/crypto');

const base = process.argv[2] ?? 'http://127.0.0.1:8080';
const token = 'QDG6eK';
const key = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const otherKey = 'kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR';
const corp = 'wx5823bf96d3bd56c7';
const question = '发票怎么开?';
const now = () => Math.floor(Date.now() / 1000);
let failures = 0;

const channels = {
  app: {
    receiver: corp,
    payload: id => `<xml><ToUserName><![CDATA[${corp}]]></ToUserName><FromUserName><![CDATA[lilei]]></FromUserName><CreateTime>${now()}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${question}]]></Content><MsgId>${id}</MsgId><AgentID>1000002</AgentID></xml>`,
    text: xml => tag(xml, 'Content'),
  },
  robot: {
    receiver: '',
    payload: id => `<xml><WebhookUrl><![CDATA[https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x]]></WebhookUrl><ChatId><![CDATA[wr-interop-robot-${process.pid}]]></ChatId><ChatType>group</ChatType><From><UserId>lilei</UserId><Name><![CDATA[李雷]]></Name><Alias><![CDATA[lilei]]></Alias></From><MsgType>text</MsgType><Text><Content><![CDATA[@小灶 ${question}]]></Content></Text><MsgId><![CDATA[${id}]]></MsgId></xml>`,
    text: xml => tag(xml, 'Content'),
  },
  assistant: {
    receiver: '',
    json: true,
    payload: id => JSON.stringify({ msgid: id, aibotid: 'bot', chatid: 'wr-interop-' + process.pid, chattype: 'group', from: { userid: 'lilei' }, response_url: 'https://example.com', msgtype: 'text', text: { content: `@小灶 ${question}` } }),
    text: json => JSON.parse(json).stream.content,
  },
};

function tag(xml, name) {
  return new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?</${name}>`).exec(xml)?.[1];
}

function check(what, good) {
  console.log(`${good ? 'ok  ' : 'FAIL'} ${what}`);
  failures += good ? 0 : 1;
}

async function post(id, channel, { payload, aes = key, receiver = channel.receiver, time = now(), spoil = false }) {
  const nonce = randomUUID().slice(0, 8);
  let ciphered = encrypt(aes, payload, receiver);
  const signature = getSignature(token, time, nonce, ciphered);
  if (spoil) ciphered = (ciphered[0] === 'A' ? 'B' : 'A') + ciphered.slice(1);
  const body = channel.json ? JSON.stringify({ encrypt: ciphered }) : `<xml><Encrypt><![CDATA[${ciphered}]]></Encrypt></xml>`;
  const url = `${base}/wecom/${id}?msg_signature=${signature}&timestamp=${time}&nonce=${nonce}`;
  const response = await fetch(url, { method: 'POST', body });
  return { status: response.status, body: await response.text(), nonce };
}

function open(channel, reply) {
  const outer = channel.json
    ? (({ encrypt: e, msgsignature, timestamp, nonce }) => ({ e, signature: msgsignature, timestamp, nonce }))(JSON.parse(reply.body))
    : { e: tag(reply.body, 'Encrypt'), signature: tag(reply.body, 'MsgSignature'), timestamp: tag(reply.body, 'TimeStamp'), nonce: tag(reply.body, 'Nonce') };
  const verified = getSignature(token, outer.timestamp, outer.nonce, outer.e) === outer.signature;
  const { message, id } = decrypt(key, outer.e);
  return { verified, text: channel.text(message), receiver: id };
}

for (const [id, channel] of Object.entries(channels)) {
  const time = now();
  const echo = encrypt(key, '1616140317555161061', channel.receiver);
  const signature = getSignature(token, time, 'n1', echo);
  const verify = await fetch(`${base}/wecom/${id}?msg_signature=${signature}&timestamp=${time}&nonce=n1&echostr=${encodeURIComponent(echo)}`);
  check(`${id}: the address verifies`, verify.status === 200 && (await verify.text()) === '1616140317555161061');

  const message = String(Date.now()) + String(Math.floor(Math.random() * 1000)).padStart(3, '0');
  const payload = channel.payload(message);
  const first = await post(id, channel, { payload });
  const opened = first.body ? open(channel, first) : {};
  check(`${id}: answered, verified, decrypted: ${opened.text}`, first.status === 200 && opened.verified && opened.text?.includes('开票') && opened.receiver === channel.receiver);
  const again = await post(id, channel, { payload });
  check(`${id}: a redelivery gets the same answer`, again.body !== '' && open(channel, again).text === opened.text);

  const other = () => ({ payload: channel.payload(String(Date.now()) + '77') });
  check(`${id}: wrong key`, (await post(id, channel, { ...other(), aes: otherKey })).status === 403);
  check(`${id}: wrong receiver`, (await post(id, channel, { ...other(), receiver: 'ww0000000000000000' })).status === 403);
  check(`${id}: changed byte`, (await post(id, channel, { ...other(), spoil: true })).status === 403);
  check(`${id}: stale timestamp`, (await post(id, channel, { ...other(), time: now() - 3600 })).status === 403);
}
process.exit(failures ? 1 : 0);
