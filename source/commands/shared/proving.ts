import {failure, type Result} from '../../domain/problem.ts';
import type {ConnectJunction, JunctionApi, Loopback} from '../../domain/proof/ports.ts';
import {type Exchanging, httpFor} from './http.ts';
import type {Terminal} from './terminal.ts';
