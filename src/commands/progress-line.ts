/** One line that is written over, where somebody watches; plain lines at each tenth, where a file does. */
export const progressLine = (what: string) => {
  let lastTenth = -1;
  return (share: number): void => {
    const tenth = Math.floor(share * 10);
    if (process.stderr.isTTY) process.stderr.write(`\r${what} ${Math.round(share * 100)} %${share >= 1 ? '\n' : ''}`);
    else if (tenth !== lastTenth) process.stderr.write(`${what} ${tenth * 10} %\n`);
    lastTenth = tenth;
  };
};
