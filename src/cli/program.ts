/** The command line as contracts say it: commands, options, exit codes, one line for each thing wrong. */
import { Command, CommanderError, Option } from 'commander';
import type { Language } from '../contract/words.ts';
import { languageOf, type RawOptions, requireLanguage } from './arguments.ts';
import { planCommand, validateCommand } from './commands.ts';
import { type CliIo, EXIT, type ExitCode, UsageError } from './io.ts';
import { OutputError } from './output.ts';
import { reportCommand } from './report-command.ts';
import { demoCommand, runCommand, TOOL_VERSION } from './run-command.ts';
import { standinCommand } from './standin-command.ts';
import { CLI_TEXTS, type CliTexts } from './texts.ts';

/** Runs one command to its end; never throws. `argv` is without the interpreter and the script. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const language = languageOf(argv);
  const texts = CLI_TEXTS[language];
  let code: ExitCode = EXIT.ok;
  const program = createProgram(io, language, (result) => {
    code = result;
  });
  try {
    requireLanguage(argv);
    if (argv.length === 0) throw new UsageError([texts.noCommand]);
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.ok;
      io.err(`sitecheck: ${usageLine(error, texts)}\n`);
      return EXIT.usage;
    }
    if (error instanceof UsageError) {
      io.err(error.lines.map((line) => `sitecheck: ${line}\n`).join(''));
      return EXIT.usage;
    }
    const detail = error instanceof Error ? error.message : String(error);
    const line = error instanceof OutputError ? detail : texts.toolFailed(detail);
    io.err(`sitecheck: ${line.split('\n')[0]}\n`);
    return EXIT.tool;
  }
}

function createProgram(io: CliIo, language: Language, finish: (code: ExitCode) => void): Command {
  const texts = CLI_TEXTS[language];
  const { options } = texts;
  const lang = () => new Option('--lang <ru|en>', options.lang);
  const program = new Command('sitecheck')
    .description(texts.description)
    .version(TOOL_VERSION, '-V, --version', options.version)
    .helpOption('-h, --help', options.help)
    .helpCommand(false)
    .addOption(lang())
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => helpTitle(title, texts),
      styleUsage: (usage) => helpPlaces(usage, texts),
      styleSubcommandTerm: (term) => helpPlaces(term, texts),
    })
    .configureOutput({ writeOut: io.out, writeErr: () => {} });
  const add = (name: string, about: string) => program.command(name).description(about).addOption(lang());
  const act =
    <A extends unknown[]>(work: (...values: A) => Promise<ExitCode>) =>
    async (...values: A): Promise<void> =>
      finish(await work(...values));

  add('validate <SITE.json>', texts.validate).action(
    act((file: string) => validateCommand(file, io, language)),
  );
  add('plan <SITE.json>', texts.plan)
    .option('--from <PLACE>', options.from)
    .option('--stage <STAGE>', options.stage)
    .option('--indirect', options.indirect)
    .option('--json <FILE|->', options.json)
    .action(act((file: string, raw: RawOptions) => planCommand(file, raw, io, language)));
  add('run <SITE.json>', texts.run)
    .option('--from <PLACE>', options.from)
    .option('--stage <STAGE>', options.stage)
    .option('--only <ID,…>', options.only)
    .option('--target <HOST,…>', options.target)
    .option('--local-address <IP>', options.localAddress)
    .option('--timeout <MS>', options.timeout)
    .option('--concurrency <N>', options.concurrency)
    .option('--indirect', options.indirect)
    .option('--json <FILE|->', options.json)
    .option('--quiet', options.quiet)
    .action(act((file: string, raw: RawOptions) => runCommand(file, raw, io, language)));
  add('report <RUN.json...>', texts.report)
    .option('--format <FORMAT>', options.format)
    .option('--out <FILE|->', options.out)
    .option('--basis <failures|table>', options.basis)
    .option('--workstation-network <CIDR,…>', options.workstationNetwork)
    .option('--device-network <CIDR,…>', options.deviceNetwork)
    .action(act((files: string[], raw: RawOptions) => reportCommand(files, raw, io, language)));
  add('standin <SITE.json>', texts.standin)
    .option('--as <PLACE>', options.as)
    .option('--address <IP>', options.address)
    .option('--seconds <N>', options.seconds)
    .option('--json <FILE|->', options.json)
    .action(act((file: string, raw: RawOptions) => standinCommand(file, raw, io, language)));
  add('demo', texts.demo)
    .option('--json <FILE|->', options.json)
    .action(act((raw: RawOptions) => demoCommand(raw, io, language)));
  return program;
}

function helpTitle(title: string, { helpTitles }: CliTexts): string {
  return Object.hasOwn(helpTitles, title) ? helpTitles[title as keyof typeof helpTitles] : title;
}

function helpPlaces(usage: string, { helpPlaces: { options, command } }: CliTexts): string {
  return usage.replace('[options]', options).replace('[command]', command);
}

/** commander speaks English only; what it found wrong stands in quotes in its message. */
function usageLine(error: CommanderError, texts: CliTexts): string {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return texts.unknownOption(named);
    case 'commander.unknownCommand':
      return texts.unknownCommand(named);
    case 'commander.missingArgument':
      return texts.missingArgument(named);
    case 'commander.optionMissingArgument':
      return texts.missingValue(named.split(' ')[0] ?? named);
    case 'commander.excessArguments':
      return texts.excessArguments;
    default:
      return texts.noCommand;
  }
}
