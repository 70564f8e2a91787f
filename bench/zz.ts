import {manyTeams, organizationId} from './many-teams.ts';
import {start, processorTime, quantile} from './measuring.ts';
import {setTimeout as wait} from 'node:timers/promises';
async function one(args: string[], env: Record<string,string>, ready: RegExp, typed: string, gap=20) {
 const p = start({args, env}); await p.until(t => ready.test(t)); await wait(800);
 const keys=[...typed,...Array.from(typed,()=>'\u007f'),...typed];
 for (const k of keys) { p.write(k); await wait(gap);} await wait(500);
 const times: number[] = []; const cpu0 = processorTime(p.pid); const l0=p.length();
 const more=[...Array.from(typed,()=>'\u007f'),...typed,...Array.from(typed,()=>'\u007f'),...typed];
 for (const k of more) { const from = p.length(); const t = performance.now(); p.write(k); await p.until(x => x.includes('\u001b[?2026l'), from, 10); times.push(performance.now()-t); await wait(gap); }
 await wait(300);
 console.log(args[0], 'p50', quantile(times,.5).toFixed(1),'p90',quantile(times,.9).toFixed(1),'p99',quantile(times,.99).toFixed(1),'cpu/key',((processorTime(p.pid)-cpu0)/more.length).toFixed(1),'bytes',(p.length()-l0)/more.length|0);
 await p.end();
}
async function go(){
 const api = await manyTeams({count:10000,pages:100,latency:0});
 const own=['dist/cli.js','--org', organizationId,'--env','sandbox','--region','us','--api-url',api.url]; const env={BYOO_CONFIG_DIR:'/tmp/h/rd/cfgk',JUNCTION_MANAGEMENT_KEY:'mg_of_the_bench_and_of_nobody_else'};
 for (const r of [1,2]) { await one(['/tmp/h/refs/rows.mjs','16'],{},/typed 0/,'cedar juniper 12');
 await one(own,env,/10.?000 teams/,'cedar juniper 12');
 await one(own,env,/10.?000 teams/,'aspen 12');}
 await api.close();
}
go();
