declare module '*/tools/postgres.mjs' {
  interface Server {
    readonly url: string;
    restart(): Promise<void>;
    stop(): Promise<void>;
  }
  export function startPostgres(options: { dataDir: string; durable?: boolean; throwAway?: boolean }): Promise<Server>;
}
