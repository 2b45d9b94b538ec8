// Loaded into the server by the soak: at SIGUSR2 it collects garbage and says how much memory is left in use.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

process.on('SIGUSR2', () => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  console.log(`memory ${((heapUsed + external) / 1e6).toFixed(2)}`);
});
