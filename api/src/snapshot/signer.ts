import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/config';
import { SigningKey } from './signing-key';

/** The city's signature, loaded when something is signed for the first time. */
@Injectable()
export class Signer {
  private loaded: SigningKey | null = null;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'signingKeyFile'>) {}

  get key(): SigningKey {
    this.loaded ??= SigningKey.load(this.config.signingKeyFile);
    return this.loaded;
  }
}
