/** A number that our server tells of itself at /metrics, by its name. */
export async function gauge(origin: string, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`jibiao_${name} `));
  if (line === undefined) throw new Error(`/metrics does not tell ${name}`);
  return Number(line.split(' ')[1]);
}
