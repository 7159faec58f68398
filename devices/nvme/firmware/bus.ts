/** The way from the controller into the memory of the host. Nothing checks where it leads. */
export interface Bus {
  read(address: number, length: number): Uint8Array;
  write(address: number, bytes: Uint8Array): void;
}
