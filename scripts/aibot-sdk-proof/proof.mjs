// WeCom's own client against our stand-in of WeCom: what the official package takes for WeCom, tests may take for it, too.
//   ./qunbot --version   (builds)   npm install --no-save @wecom/aibot-node-sdk   node scripts/aibot-sdk-proof/proof.mjs
import { createRequire } from 'node:module';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from 'node:events';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const { WSClient } = createRequire(process.cwd() + '/')('@wecom/aibot-node-sdk');
const java = process.env.JAVA_HOME ? process.env.JAVA_HOME + '/bin/java' : 'java';
const libraries = readFileSync(root + '/bot-plugins/target/class-path.txt', 'utf8').trim();
const standIn = spawn(java, ['-cp', libraries, here + '/StandIn.java', 'bot1', 'proof-secret'],
  { stdio: ['pipe', 'pipe', 'inherit'] });
const lines = createInterface({ input: standIn.stdout })[Symbol.asyncIterator]();
const line = async () => (await lines.next()).value;
const order = async text => { standIn.stdin.write(text + '\n'); return line(); };
const wsUrl = await line();
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
let failures = 0;

function check(what, holds, seen = '') {
  failures += holds ? 0 : 1;
  console.log((holds ? 'ok    ' : 'WRONG ') + what + (holds ? '' : ': ' + seen));
}

function client(secret, more = {}) {
  const made = new WSClient({ botId: 'bot1', secret, wsUrl, reconnectInterval: 50, logger: quiet, ...more });
  made.on('error', () => {});
  return made;
}

const bot = client('proof-secret', { heartbeatInterval: 200 });
bot.connect();
await once(bot, 'authenticated');
check('subscribes', true);

let heard = once(bot, 'message.text');
const request = await order('says lilei wr1 发票怎么开');
let [frame] = await heard;
check('hears a message', frame.body.text.content === '发票怎么开' && frame.body.chatid === 'wr1'
  && frame.body.from.userid === 'lilei' && frame.headers.req_id === request, JSON.stringify(frame));

await bot.replyStream(frame, 'stream1', '请稍等', false);
const done = await bot.replyStream(frame, 'stream1', '请稍等,在「我的-订单」申请', true);
check('answers with a stream', done.errcode === 0 && (await order('last')).includes('"finish":true'));

const sent = await bot.sendMessage('wr1', { msgtype: 'markdown', markdown: { content: '**早上好**' } });
check('speaks first', sent.errcode === 0 && (await order('last')).startsWith('aibot_send_msg'));

heard = once(bot, 'event.enter_chat');
await order('happens lilei enter_chat');
[frame] = await heard;
const welcome = await bot.replyWelcome(frame, { msgtype: 'text', text: { content: '你好' } });
check('greets who enters', welcome.errcode === 0 && (await order('last')).startsWith('aibot_respond_welcome_msg'));

const unknown = await bot.replyStream({ headers: { req_id: 'nobody' } }, 's', 'x', true).catch(refused => refused);
check('an unknown request is refused with 846605', unknown.errcode === 846605, JSON.stringify(unknown));
await order('refuse 45009');
const often = await bot.sendMessage('wr1', { msgtype: 'markdown', markdown: { content: 'x' } }).catch(refused => refused);
check('errors arrive as errors', often.errcode === 45009, JSON.stringify(often));

await new Promise(later => setTimeout(later, 1500));
check('heartbeats are answered', bot.isConnected);

const back = once(bot, 'authenticated');
await order('cut');
await back;
heard = once(bot, 'message.text');
await order('says lilei wr1 还在吗');
[frame] = await heard;
check('comes back after a cut', (await bot.replyStream(frame, 's2', '在', true)).errcode === 0);

const other = client('proof-secret');
const taken = once(bot, 'event.disconnected_event');
other.connect();
await taken;
check('a newer connection replaces an older one, which is told', true);
other.disconnect();

const wrong = client('wrong', { maxAuthFailureAttempts: 1 });
const refusal = new Promise(told => wrong.on('error', error => told(error.message)));
wrong.connect();
check('a wrong secret is refused', (await refusal).includes('40001'));
wrong.disconnect();

standIn.stdin.end();
console.log(failures === 0 ? 'the stand-in is WeCom to WeCom\'s own client' : failures + ' wrong');
process.exit(failures === 0 ? 0 : 1);
