import { silentProgress, type Progress } from '../migration';

/** Progress as lines of text on the standard error stream: `Load accounts: 85 created (0.4 s)`. */
export function textProgress(enabled: boolean): Progress {
  if (!enabled) return silentProgress;
  let title = '';
  let startedAt = 0;
  const live = process.stderr.isTTY === true;
  return {
    start: (text) => {
      title = text;
      startedAt = Date.now();
      if (live) process.stderr.write(`… ${title}`);
    },
    done: (detail) => {
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      process.stderr.write(`${live ? '\r\u001b[2K✔ ' : ''}${title}: ${detail} (${seconds} s)\n`);
    },
  };
}
