/** Asks the dev tenant and, where its credentials are in the environment, a real tenant the same questions: see docs/dev-tenant.md. */
import process from 'node:process';
import { devTenantApi, realApi } from './apis.js';
import { runScenario } from './scenario.js';

const ours = await runScenario(await devTenantApi());
const real = await realApi(process.env);

if ('call' in real) {
  const theirs = await runScenario(real);
  const differences = ours.filter(({ answer }, index) => answer !== theirs[index]?.answer);
  for (const { question, answer } of differences) {
    const other = theirs.find((each) => each.question === question)?.answer ?? '';
    console.log(`${question}\n  dev tenant  ${answer}\n  Auth0       ${other}`);
  }
  console.log(`${ours.length} questions, ${differences.length} answered differently`);
} else {
  for (const { question, answer } of ours) console.log(`${question}: ${answer}`);
  console.log(`No real tenant was asked; for that, set ${real.join(', ')}.`);
}
