/** Runs a benchmark in a network namespace of its own, so that its addresses cannot meet the machine's. */
import { spawnSync } from 'node:child_process';

const MARK = 'SITECHECK_BENCH_ISOLATED';

/** Starts this program again inside `unshare --net`; what it prints and its exit code pass through. Needs root. */
export async function runIsolated(work: () => Promise<void>): Promise<void> {
  if (process.env[MARK] === '1') return work();
  if (process.getuid?.() !== 0) {
    console.log('skipped: needs root on Linux for network namespaces');
    return;
  }
  const script = 'ip link set lo up && exec "$0" "$@"';
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const { status } = spawnSync('unshare', ['--net', 'sh', '-c', script, ...again], {
    stdio: 'inherit',
    env: { ...process.env, [MARK]: '1' },
  });
  process.exitCode = status ?? 1;
}
