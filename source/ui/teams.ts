import {createContext, use} from 'react';
import type {Team} from '../domain/credential.ts';
import type {Listing} from '../domain/ports.ts';
import type {Load} from './hooks/use-load.ts';

/** The organization's teams of both regions, read once as soon as a key is accepted. */
export type Teams = {readonly state: Load<Listing<Team>>; readonly retry: () => void};

const TeamsContext = createContext<Teams>({state: {status: 'loading'}, retry() {}});

export const TeamsProvider = TeamsContext.Provider;

export const useTeams = (): Teams => use(TeamsContext);
