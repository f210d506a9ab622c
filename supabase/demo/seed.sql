-- Takes the place of ../seed.sql in a database of the simulated year: its offices are those of offices.ts, and no others.
select 1;
