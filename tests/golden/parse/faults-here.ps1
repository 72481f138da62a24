@'
no end
 '@
