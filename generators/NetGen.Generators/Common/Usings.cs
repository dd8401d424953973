global using NetGen.Generators.Autodiff;
global using NetGen.Generators.Emission;
global using NetGen.Generators.Graph;
global using NetGen.Generators.Parsing;
global using NetGen.Generators.Planning;
global using NetGen.Generators.Shapes;
