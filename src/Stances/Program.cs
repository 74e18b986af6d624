using Stances.Cli;

return await Verbs.Run(args);
