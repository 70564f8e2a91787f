#!/usr/bin/env node
import Conf from 'conf';
import {render} from 'ink';
import SelectInput from 'ink-select-input';
import TextInput from 'ink-text-input';
import ky from 'ky';
import {createElement, useState} from 'react';
import {z} from 'zod';

/** A wizard as one would write it first: a choice, then a text, with the packages that this project is made of. */
const settings = new Conf({projectName: 'byoo-bench-app'});
const schema = z.object({name: z.string()});
const api = ky.create({headers: {'x-name': String(settings.get('name') ?? '')}});

function App() {
	const [choice, setChoice] = useState();
	const [text, setText] = useState('');
	if (choice) return createElement(TextInput, {value: text, onChange: setText});
	const items = [
		{label: 'The first choice', value: schema},
		{label: 'The second choice', value: api},
	];
	return createElement(SelectInput, {items, onSelect: setChoice});
}

render(createElement(App));
